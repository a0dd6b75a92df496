;; hearth-tramp.el --- Files and commands of hearth's pets, by TRAMP
;;
;; /hearth:PET:/path is a file in a pet, which is started when it does not run; there you are who you are here. Compiling,
;; shells and version control run in the pet as well. Names of pets are completed.
;;
;; For Emacs 28 and later.

(require 'tramp)
(require 'json)

(defvar hearth-tramp-command '("hearth")
  "The program, and its first arguments, by which pets are reached.")

(defun hearth-tramp-pets (&optional _file)
  "Return what TRAMP completes: no user, and the name of each pet."
  (let ((default-directory temporary-file-directory))
    (ignore-errors
      (with-temp-buffer
        (when (zerop (apply #'call-process (car hearth-tramp-command) nil '(t nil) nil
                            (append (cdr hearth-tramp-command) '("list" "--format=json"))))
          (goto-char (point-min))
          (mapcar (lambda (pet) (list nil (cdr (assq 'name pet))))
                  (cdr (assq 'pets (json-read)))))))))

(defun hearth-tramp-enable ()
  "Make TRAMP know pets."
  (setq tramp-methods (assoc-delete-all "hearth" tramp-methods))
  (add-to-list 'tramp-methods
               `("hearth"
                 (tramp-login-program ,(car hearth-tramp-command))
                 (tramp-login-args (,(append (cdr hearth-tramp-command) '("run")) ("-c") ("%h") ("--") ("/bin/sh" "-i")))
                 (tramp-remote-shell "/bin/sh")
                 (tramp-remote-shell-login ("-l"))
                 (tramp-remote-shell-args ("-c"))
                 (tramp-connection-timeout 60)))
  (tramp-set-completion-function "hearth" '((hearth-tramp-pets ""))))

(provide 'hearth-tramp)
